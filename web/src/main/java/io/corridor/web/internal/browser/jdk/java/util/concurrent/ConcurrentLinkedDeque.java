package io.corridor.web.internal.browser.jdk.java.util.concurrent;

import java.util.ArrayDeque;

/** Stands for {@link java.util.concurrent.ConcurrentLinkedDeque}: there is one thread. */
public final class ConcurrentLinkedDeque<T> extends ArrayDeque<T> {
  private static final long serialVersionUID = 1L;
}
