/**
 * One ranked list over everything: what a person types, and what is most likely meant.
 *
 * <p>The words by which things are found are kept by triggers of the database (migration V10), in the transaction of
 * every change, so no other room has to think of this one. Here they are only read, in three steps: each typed word is
 * read as one or several that exist ({@link dev.solecast.search.SearchQuery}), what has them all is looked up, a bounded
 * number of each type, and ranked.
 */
@NullMarked
package dev.solecast.search;

import org.jspecify.annotations.NullMarked;
