package dev.solecast.release.sale;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount of money; a decimal string in JSON, so that no reader rounds it. */
@Embeddable
@Schema(name = "Money")
public record Money(
        @Schema(type = SchemaType.STRING, examples = "150.00")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Column(name = "price_amount")
        @NotNull
        @PositiveOrZero
        @Digits(integer = 10, fraction = 2)
        BigDecimal amount,

        @Schema(type = SchemaType.STRING, description = "ISO 4217 code.", examples = "USD")
        @Column(name = "price_currency")
        @NotNull
        Currency currency) {

    /** Gives every amount two decimals at least, so that "150" equals "150.00". */
    public Money {
        amount = amount != null && amount.scale() < 2 ? amount.setScale(2) : amount;
    }
}
