package io.corridor.web.internal.browser.jdk.java.util.concurrent.locks;

/** Stands for {@link java.util.concurrent.locks.ReentrantLock}: there is one thread. */
public final class ReentrantLock implements Lock {

  @Override
  public void lock() {}

  @Override
  public boolean tryLock() {
    return true;
  }

  @Override
  public void unlock() {}
}
