package dev.solecast.exchange.importing;

import dev.solecast.exchange.format.ImportLine;
import dev.solecast.exchange.format.LineProblem;
import java.io.Serial;

/** Thrown if a line is refused after a part of it was written: its chunk is to be rolled back, and tried without it. */
final class HalfWritten extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient LineResult.Refused result;

    HalfWritten(ImportLine line, LineProblem problem, RuntimeException cause) {
        super(cause);
        this.result = new LineResult.Refused(line, problem);
    }

    LineResult.Refused result() {
        return result;
    }
}
