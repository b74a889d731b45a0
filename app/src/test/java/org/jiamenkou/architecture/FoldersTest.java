package org.jiamenkou.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may stand in which folder of a module (docs/architecture.md, "Inside a module"). */
class FoldersTest {
    @Test
    void rules_are_pure() {
        noClasses()
                .that()
                .resideInAPackage("..rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "java.sql..", "javax.sql..", "jakarta..", "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(ProductClasses.ALL);
    }

    @Test
    void sql_stands_in_stores_only() {
        noClasses()
                .that()
                .resideInAnyPackage("org.jiamenkou.*", "org.jiamenkou.*.rules..", "org.jiamenkou.*.web..")
                .and()
                .resideOutsideOfPackage("org.jiamenkou.platform..")
                .and()
                .doNotHaveFullyQualifiedName("org.jiamenkou.access.Audit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..")
                .check(ProductClasses.ALL);
    }

    @Test
    void stores_know_no_pages() {
        noClasses()
                .that()
                .resideInAPackage("..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jiamenkou.*.web..", "org.springframework.web..", "jakarta.servlet..")
                .check(ProductClasses.ALL);
    }

    @Test
    void pages_are_not_public() {
        classes()
                .that()
                .resideInAPackage("org.jiamenkou.*.web..")
                .and()
                .resideOutsideOfPackage("org.jiamenkou.platform..")
                .and()
                .areTopLevelClasses()
                .and()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .should()
                .bePackagePrivate()
                .check(ProductClasses.ALL);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("Info")
                .allowEmptyShould(false)
                .check(ProductClasses.ALL.that(
                        new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("not Spring's") {
                            @Override
                            public boolean test(JavaClass type) {
                                return !type.isAssignableTo("org.springframework.transaction.TransactionManager");
                            }
                        }));
    }

    @Test
    void every_package_is_null_marked() {
        Set<String> packages = new TreeSet<>();
        ProductClasses.ALL.forEach(type -> packages.add(type.getPackageName()));
        assertThat(packages).hasSizeGreaterThan(8);
        assertThat(packages).allSatisfy(name -> {
            Class<?> info = Class.forName(name + ".package-info");
            assertThat(info.getPackage().isAnnotationPresent(NullMarked.class)).isTrue();
        });
    }
}
