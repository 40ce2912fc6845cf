package dev.solecast.change;

import java.util.List;

/**
 * A part of the log, as a filter sees it.
 *
 * @param changes in order
 * @param reached the place up to which all that fits is among the changes; where to go on
 * @param upToDate whether there was nothing after that place
 */
public record ChangePage(List<ChangeView> changes, long reached, boolean upToDate) {}
