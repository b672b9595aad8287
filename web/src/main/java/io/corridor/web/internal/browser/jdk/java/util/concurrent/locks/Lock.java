package io.corridor.web.internal.browser.jdk.java.util.concurrent.locks;

/** Stands for {@link java.util.concurrent.locks.Lock}. */
public interface Lock {

  void lock();

  boolean tryLock();

  void unlock();
}
