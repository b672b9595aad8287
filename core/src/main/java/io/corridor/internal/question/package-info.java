/** Questions: what is watched on each path, month by month, and how the paths are tallied. */
package io.corridor.internal.question;
