package dev.solecast.date;

import dev.solecast.date.Edtf.Dated;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** 「2027年3月1日～15日」「2024年春夏」「2027年上半期まで」. The year comes first, so it is the end that is shortened. */
final class Japanese extends WindowFormatter {

    Japanese() {
        super(Locale.JAPANESE, "QQQQ");
    }

    @Override
    String dayOfMonth(int day) {
        return day + "日";
    }

    @Override
    String season(YearPart part) {
        return switch (part) {
            case SPRING -> "春";
            case SUMMER -> "夏";
            case AUTUMN -> "秋";
            default -> "冬";
        };
    }

    @Override
    String half(int year, boolean first) {
        return year + (first ? "年上半期" : "年下半期");
    }

    @Override
    String decade(int firstYear) {
        return firstYear + "年代";
    }

    @Override
    String year(int year) {
        return year + "年";
    }

    @Override
    String collection(YearPart first, YearPart next) {
        return season(first) + season(next);
    }

    @Override
    String ofYear(String part, String year) {
        return year + "年" + part;
    }

    @Override
    String to(String from, String to) {
        return from + "～" + to;
    }

    @Override
    String days(LocalDate first, LocalDate last) {
        return to(day(first), first.getMonth() == last.getMonth() ? dayOfMonth(last.getDayOfMonth()) : dayOfYear(last));
    }

    @Override
    String months(YearMonth first, YearMonth last) {
        return to(name(new Period.InMonth(first, false)), monthOfYear(last));
    }

    @Override
    String quarters(YearMonth first, YearMonth last) {
        return ofYear(to(quarterOfYear(first), quarterOfYear(last)), Integer.toString(first.getYear()));
    }

    @Override
    String qualified(Qualifier qualifier, String label) {
        return label + (qualifier.approximate() ? "頃" : "") + (qualifier.uncertain() ? "（不確か）" : "");
    }

    @Override
    String from(Dated start) {
        return inSentence(start) + "以降";
    }

    @Override
    String until(Dated end) {
        return inSentence(end) + "まで";
    }

    @Override
    String startUnknown() {
        return "（開始時期は不明）";
    }

    @Override
    String endUnknown() {
        return "（終了時期は不明）";
    }

    @Override
    String anyTime() {
        return "時期を問わず";
    }
}
