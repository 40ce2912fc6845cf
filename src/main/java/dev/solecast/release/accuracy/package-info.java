/** Scores of forecasts, sources and plain rules against what happened. */
@NullMarked
package dev.solecast.release.accuracy;

import org.jspecify.annotations.NullMarked;
