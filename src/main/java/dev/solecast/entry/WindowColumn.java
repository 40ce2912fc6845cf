package dev.solecast.entry;

import dev.solecast.date.Window;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores a window as its EDTF text, from which the database derives the days. */
@Converter(autoApply = true)
public class WindowColumn implements AttributeConverter<Window, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Window window) {
        return window == null ? null : window.edtf();
    }

    @Override
    public @Nullable Window convertToEntityAttribute(@Nullable String edtf) {
        return edtf == null ? null : Window.parse(edtf);
    }
}
