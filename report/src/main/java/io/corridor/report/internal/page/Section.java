package io.corridor.report.internal.page;

import java.util.List;

/**
 * A part of a page.
 *
 * @param id unique in the page
 * @param title what it is about
 * @param lead a paragraph before the figures
 * @param isFans whether its figures show single paths
 * @param figures in order; the section is left out without any
 */
record Section(String id, String title, String lead, boolean isFans, List<Figure> figures) {}
