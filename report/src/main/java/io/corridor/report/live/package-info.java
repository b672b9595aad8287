/**
 * What a page that carries its model shows while it is read: the model calls it in the browser, so
 * that what is drawn there is drawn by the same code. Knows neither files nor templates.
 */
package io.corridor.report.live;
