/** What a run says on the screen: {@link io.corridor.report.screen.Summary}. */
package io.corridor.report.screen;
