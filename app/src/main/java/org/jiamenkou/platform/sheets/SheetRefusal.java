package org.jiamenkou.platform.sheets;

/** Why a file was not read at all. Nothing of it was kept. */
public sealed interface SheetRefusal {
    /** More bytes than may be uploaded. */
    record TooLarge(int mostMegabytes) implements SheetRefusal {}

    /** Neither XLSX nor text with separators: an old .xls, a file with a password, a picture. */
    record NotASheet() implements SheetRefusal {}

    /** Damaged or cut short. */
    record Broken() implements SheetRefusal {}

    /** It would unpack to far more than a sheet is. */
    record Bomb() implements SheetRefusal {}

    /** It carries programs. */
    record Macros() implements SheetRefusal {}

    /** It draws on other files or databases. */
    record ExternalLinks() implements SheetRefusal {}

    /** Its XML declares a document type or entities. */
    record Entities() implements SheetRefusal {}

    /** Text in neither UTF-8 nor GB 18030. */
    record UnknownEncoding() implements SheetRefusal {}

    record TooManyRows(int most) implements SheetRefusal {}

    record TooManyColumns(int most) implements SheetRefusal {}

    /** No row below the header, or nothing at all. */
    record Empty() implements SheetRefusal {}

    default String messageKey() {
        return switch (this) {
            case TooLarge(int most) -> "platform.sheet.tooLarge";
            case NotASheet() -> "platform.sheet.notASheet";
            case Broken() -> "platform.sheet.broken";
            case Bomb() -> "platform.sheet.bomb";
            case Macros() -> "platform.sheet.macros";
            case ExternalLinks() -> "platform.sheet.externalLinks";
            case Entities() -> "platform.sheet.entities";
            case UnknownEncoding() -> "platform.sheet.unknownEncoding";
            case TooManyRows(int most) -> "platform.sheet.tooManyRows";
            case TooManyColumns(int most) -> "platform.sheet.tooManyColumns";
            case Empty() -> "platform.sheet.empty";
        };
    }

    default Object[] args() {
        return switch (this) {
            case TooLarge(int most) -> new Object[] {most};
            case TooManyRows(int most) -> new Object[] {String.valueOf(most)};
            case TooManyColumns(int most) -> new Object[] {most};
            case NotASheet() -> new Object[0];
            case Broken() -> new Object[0];
            case Bomb() -> new Object[0];
            case Macros() -> new Object[0];
            case ExternalLinks() -> new Object[0];
            case Entities() -> new Object[0];
            case UnknownEncoding() -> new Object[0];
            case Empty() -> new Object[0];
        };
    }
}
