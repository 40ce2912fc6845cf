/**
 * The log of all changes to entries, in an order that readers can rely on.
 *
 * <ol>
 *   <li>Each change has a sequence number, from 1 and without gaps; in JSON and SQL it is called {@code place}.
 *   <li>Writers add changes to {@link ChangeLog}, which collects them for their transaction ({@link PendingChanges}).
 *   <li>The rows are written last before the commit, under a lock on the counter, so numbers follow the commit order.
 *   <li>Large transactions stage their changes in a table, so that memory stays bounded.
 *   <li>A change carries the tags of all entries that it is about ({@link EntityRef}), by which filters find it.
 *   <li>The same transaction stores the cache tags that it invalidates ({@link ChangeTags}), also for unlogged writes.
 *   <li>After the commit the {@link InvalidationListener} learns these tags, on the node of the writer at once.
 *   <li>{@link LogPosition} polls for commits of other nodes every 200 ms, and wakes readers that wait for changes.
 *   <li>{@link ChangeLogReader} reads pages for {@code /v1/changes}, with long polls; room {@code stream} follows it.
 *   <li>Rows are append-only; only {@link Redactions} removes values from them, and leaves a mark.
 * </ol>
 */
@NullMarked
package dev.solecast.change;

import org.jspecify.annotations.NullMarked;
