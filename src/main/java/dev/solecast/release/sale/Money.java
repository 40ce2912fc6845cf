package dev.solecast.release.sale;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.solecast.http.SelfValidating;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount of money; a decimal string in JSON, so that no reader rounds it. */
@Embeddable
@SelfValidating
@Schema(name = "Money")
public record Money(
        @Schema(
                type = SchemaType.STRING,
                maxLength = 14,
                description =
                        "With as many decimals as ISO 4217 gives the currency: 150.00 USD, 16500 JPY, 45.250 KWD.",
                examples = "150.00")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Column(name = "price_amount")
        @NotNull
        @PositiveOrZero
        @Digits(integer = 10, fraction = 3)
        BigDecimal amount,

        @Schema(type = SchemaType.STRING, description = "ISO 4217 code.", examples = "USD")
        @Column(name = "price_currency")
        @NotNull
        Currency currency)
        implements SelfValidating.Fields {

    /** Gives every amount the decimals of its currency, so that "150" equals "150.00"; none that counts is cut off. */
    public Money {
        if (amount != null) {
            amount = amount.stripTrailingZeros();
            amount = amount.setScale(Math.max(amount.scale(), decimals(currency)));
        }
    }

    /** Refuses fractions of the smallest unit of the currency. */
    @Override
    public void validate(SelfValidating.Violations violations) {
        if (amount != null && currency != null && amount.scale() > decimals(currency)) {
            violations.add(
                    "amount",
                    "has more decimals than %s, which has %d: such as \"%s\""
                            .formatted(
                                    currency.getCurrencyCode(),
                                    decimals(currency),
                                    amount.setScale(decimals(currency), RoundingMode.DOWN)
                                            .toPlainString()));
        }
    }

    private static int decimals(Currency currency) {
        return currency == null ? 2 : Math.max(0, currency.getDefaultFractionDigits());
    }
}
