package io.corridor.report.data;

/**
 * A folder of pages that lead to each other and share what they can, as a page of it sees it.
 *
 * @param up address of the folder from the page: nothing, or {@code ../} for each folder between
 * @param studio whether the folder has a page to write scenarios in, and the file {@link #MODEL}
 * @param manual address of the manual from the page
 */
public record Site(String up, boolean studio, String manual) {
  /** The file that holds the model for all pages, as a script. */
  public static final String MODEL = "model.js";

  /** Returns the site as a page in a folder of it sees it. */
  public Site below() {
    boolean isAbsolute = manual.matches("([a-z]+:|/).*");
    return new Site("../" + up, studio, isAbsolute ? manual : "../" + manual);
  }
}
