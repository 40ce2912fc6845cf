/**
 * What all rumors about a release say together: whether it comes, and when. Pure functions of values: no clock, no
 * database, no framework, nothing of the other rooms but {@code date}. The method is told to its users on the page
 * {@code /docs/method/}.
 */
@NullMarked
package dev.solecast.forecast;

import org.jspecify.annotations.NullMarked;
