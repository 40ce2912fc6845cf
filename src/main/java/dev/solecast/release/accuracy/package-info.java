/** Scores of forecasts, sources and baselines against the outcomes of releases. */
@NullMarked
package dev.solecast.release.accuracy;

import org.jspecify.annotations.NullMarked;
