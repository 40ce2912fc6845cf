package dev.solecast.change;

import java.util.List;

/**
 * A page of the log, as a filter sees it.
 *
 * @param changes in order
 * @param reached the sequence number up to which every matching change is included; the next page starts after it
 * @param upToDate whether the log had nothing after that number
 */
public record ChangePage(List<ChangeView> changes, long reached, boolean upToDate) {}
