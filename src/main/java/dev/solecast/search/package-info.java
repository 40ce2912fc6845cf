/**
 * One ranked list over everything: finds the entries that a typed text most likely means.
 *
 * <p>Triggers of the database (migration V10) maintain the words by which entries are found, in the transaction of each
 * change, so no other room has to update them. This room only reads them, in three steps: each typed word is read as
 * one or several existing words ({@link dev.solecast.search.SearchQuery}); the entries that match all of them are
 * looked up, a bounded number of each type; and these are ranked.
 */
@NullMarked
package dev.solecast.search;

import org.jspecify.annotations.NullMarked;
