package io.corridor.web.internal.browser.jdk.java.util.concurrent.atomic;

import java.util.function.BinaryOperator;

/** Stands for {@link java.util.concurrent.atomic.AtomicReferenceArray}: there is one thread. */
public final class AtomicReferenceArray<T> {
  private final Object[] items;

  public AtomicReferenceArray(int length) {
    items = new Object[length];
  }

  @SuppressWarnings("unchecked") // nothing else was put there
  public T get(int i) {
    return (T) items[i];
  }

  public void set(int i, T item) {
    items[i] = item;
  }

  public T getAndSet(int i, T item) {
    T before = get(i);
    items[i] = item;
    return before;
  }

  public T accumulateAndGet(int i, T item, BinaryOperator<T> merged) {
    items[i] = merged.apply(get(i), item);
    return get(i);
  }

  public int length() {
    return items.length;
  }
}
