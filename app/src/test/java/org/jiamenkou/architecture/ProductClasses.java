package org.jiamenkou.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the product, scanned once; generated templates are pages, not modules. */
final class ProductClasses {
    static final String ROOT = "org.jiamenkou";

    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/org/jiamenkou/pages/"))
            .importPackages(ROOT);

    private ProductClasses() {}

    /** {@code calendar} for a class in org.jiamenkou.calendar.rules. */
    static String moduleOf(JavaClass type) {
        String rest =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), ROOT.length() + 1));
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    /** {@code rules} for a class in org.jiamenkou.calendar.rules, empty for the root of a module. */
    static String folderOf(JavaClass type) {
        String rest =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), ROOT.length() + 1));
        int dot = rest.indexOf('.');
        return dot < 0 ? "" : rest.substring(dot + 1);
    }

    static boolean isProduct(JavaClass type) {
        return type.getPackageName().startsWith(ROOT + ".")
                && !type.getPackageName().startsWith(ROOT + ".pages");
    }

    /** The file a class is written in: its outermost class. */
    static String fileOf(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }
}
