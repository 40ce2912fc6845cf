/**
 * Combines all rumors about a release into one forecast: whether it comes, and when. Pure functions of values: no
 * clock, no database, no framework, and no other room but {@code date}. The page {@code /docs/method/} explains the
 * method to users.
 */
@NullMarked
package dev.solecast.forecast;

import org.jspecify.annotations.NullMarked;
