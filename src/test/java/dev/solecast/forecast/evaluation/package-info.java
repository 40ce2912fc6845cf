/**
 * Worlds with a known truth, and how well forecasts made inside them did. Compiled with the tests, never shipped.
 * The worlds were written down before the method that they judge, and are not changed to suit it.
 */
@NullMarked
package dev.solecast.forecast.evaluation;

import org.jspecify.annotations.NullMarked;
