/**
 * Simulates worlds with a known truth and evaluates forecasts in them. Compiled with the tests, never shipped. The
 * worlds were defined before the method that they evaluate, and are not changed to suit it.
 */
@NullMarked
package dev.solecast.forecast.evaluation;

import org.jspecify.annotations.NullMarked;
