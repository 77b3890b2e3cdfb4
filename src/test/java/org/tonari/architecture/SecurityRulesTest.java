package org.tonari.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a hostile file could use is not there to be used.
class SecurityRulesTest {
    private static final JavaClasses CLASSES = ArchitectureTest.CLASSES;

    @Test
    void theModuleOpensNothingButItsCommandsToTheArgumentLibrary() {
        ModuleDescriptor module = ModuleFinder.of(
                        Path.of(System.getProperty("project.directory", ""), "target", "classes"))
                .find("org.tonari")
                .orElseThrow()
                .descriptor();

        assertThat(module.isOpen()).isFalse();
        assertThat(module.opens())
                .extracting(ModuleDescriptor.Opens::source, ModuleDescriptor.Opens::targets)
                .containsExactlyInAnyOrder(
                        tuple("org.tonari.cli", Set.of("info.picocli")),
                        tuple("org.tonari.cli.options", Set.of("info.picocli")),
                        tuple("org.tonari.cli.session", Set.of("info.picocli")));
        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source, ModuleDescriptor.Exports::targets)
                .containsExactly(tuple("org.tonari.app", Set.of("javafx.graphics")));
    }

    /// Of our own classes some are loaded by name, ahead of their use: names of our own making.
    @Test
    void nothingReadMakesObjectsOfTypesItNames() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.tonari.app.DisplayClasses")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang.reflect..",
                        "java.lang.invoke.MethodHandles..",
                        "javax.script..",
                        "javax.xml..",
                        "org.xml..",
                        "java.rmi..",
                        "javax.naming..",
                        "java.util.jar..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.zip\\.(Zip|GZIPIn|Inflater).*")
                .orShould()
                .callMethodWhere(calls("java.lang.Class", "forName"))
                .orShould()
                .callMethodWhere(calls("tools.jackson.databind.ObjectMapper", "readValue"))
                .orShould()
                .callMethodWhere(calls("tools.jackson.databind.ObjectMapper", "treeToValue"))
                .orShould()
                .callMethodWhere(calls("tools.jackson.databind.ObjectMapper", "convertValue"))
                .because("JSON is read as a tree, field by field; no text may choose a class")
                .check(CLASSES);
    }

    /// `fc-match` is asked for a font with words of our own; nothing a person or a file says reaches a command line.
    @Test
    void noOtherProgramIsStartedButTheOneThatNamesFonts() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.tonari.app.WindowFonts")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .callMethodWhere(calls("java.lang.Runtime", "exec"))
                .check(CLASSES);
    }

    @Test
    void onlyTheRoomForItTalksToTheNetwork() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.tonari.remote..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "javax.net..")
                .orShould()
                .callMethodWhere(calls("java.net.URL", "openStream"))
                .orShould()
                .callMethodWhere(calls("java.net.URL", "openConnection"))
                .check(CLASSES);
    }

    /// Turkish writes the capital of i with a dot, and some languages write other digits.
    @Test
    void noTextForFilesDependsOnTheLanguageOfTheComputer() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .check(CLASSES.that(DescribedPredicate.describe(
                        "are not the choice of the window's first language",
                        type -> !type.getSimpleName().equals("Preferences")
                                && !type.getSimpleName().equals("Language"))));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String owner, String method) {
        return DescribedPredicate.describe(owner + "." + method, access -> {
            AccessTarget target = access.getTarget();
            return target.getOwner().isAssignableTo(owner) && target.getName().equals(method);
        });
    }
}
