package org.tonari.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import org.junit.jupiter.api.Test;

/// The rooms and the arrows between them, as rules that fail the build.
class ArchitectureTest {
    private static final String ROOT = "org.tonari.";
    /// Read once for all rules: they take much memory.
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tonari");

    /// A pause alone moves nothing.
    private static final DescribedPredicate<JavaClass> MOVES = DescribedPredicate.describe(
            "animations", type -> type.isAssignableTo(Animation.class) && !type.isEquivalentTo(PauseTransition.class));

    @Test
    void unitsUseOnlyTheJdk() {
        mayUse("units", "every other room counts in them").check(CLASSES);
    }

    @Test
    void explainUsesUnits() {
        mayUse("explain", "a source must not depend on what it explains", "units")
                .check(CLASSES);
    }

    @Test
    void domainUsesExplainAndUnits() {
        mayUse("domain", "the vocabulary does no I/O and no arithmetic of its own", "explain", "units")
                .check(CLASSES);
    }

    @Test
    void engineUsesTheVocabularyOnly() {
        mayUse("engine", "the engine could be lifted out as a library", "domain", "explain", "units")
                .check(CLASSES);
    }

    @Test
    void engineNeitherReadsNorWaitsNorAsksTheTime() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "java.time..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "java.lang.System$Logger")
                .because("the same input must give the same output on any thread")
                .check(CLASSES);
    }

    @Test
    void profilesReadFilesAndKnowNoEngine() {
        mayUse("profiles", "a file is data, not a formula", "domain", "explain", "units", "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void localLooksAtThisComputerOnly() {
        mayUse("local", "it knows neither the network nor the window", "domain", "explain", "units", "oshi..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void remoteSpeaksHttpOnly() {
        mayUse(
                        "remote",
                        "it knows neither this computer nor the window",
                        "domain",
                        "explain",
                        "units",
                        "java.net.http..",
                        "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void onlyRemoteOpensConnections() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "remote..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URLConnection")
                .because("nothing goes over the network unless a person asked for it in that act")
                .check(CLASSES);
    }

    @Test
    void evidenceFitsAndJudgesWithoutAWindow() {
        mayUse(
                        "evidence",
                        "accuracy is computed on the command line too",
                        "engine",
                        "profiles",
                        "domain",
                        "explain",
                        "units",
                        "org.ojalgo..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void textSpeaksWithoutAWindow() {
        mayUse("text", "the command line speaks the same words", "engine", "domain", "explain", "units")
                .check(CLASSES);
    }

    @Test
    void theManualIsReadWithoutAWindow() {
        mayUse("manual", "every link in it is checked without a window", "text", "org.commonmark..")
                .check(CLASSES);
    }

    @Test
    void oneRoomKnowsHowMarkdownIsParsed() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "manual..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.commonmark..")
                .because("what is shown are blocks of our own, which no later parser changes")
                .check(CLASSES);
    }

    @Test
    void chartsTakePlainData() {
        mayUse("chart", "a chart draws what it is given", "units", "text", "javafx..")
                .check(CLASSES);
    }

    @Test
    void exportKnowsNoViewModel() {
        mayUse(
                        "export",
                        "the command line exports too",
                        "engine",
                        "evidence",
                        "chart",
                        "text",
                        "domain",
                        "explain",
                        "units",
                        "javafx..",
                        "tools.jackson..",
                        "atlantafx..")
                .check(CLASSES);
    }

    @Test
    void viewModelsAreTestedWithoutAToolkit() {
        mayUse(
                        "viewmodel",
                        "every view-model runs without a stage",
                        "engine",
                        "evidence",
                        "profiles",
                        "text",
                        "manual",
                        "domain",
                        "explain",
                        "units",
                        "javafx.beans..",
                        "javafx.collections..",
                        "javafx.util..",
                        "javafx.event..")
                .check(CLASSES);
    }

    @Test
    void viewsBindAndDoNotDecide() {
        mayUse(
                        "view",
                        "what is shown is decided below",
                        "viewmodel",
                        "chart",
                        "export",
                        "text",
                        "manual",
                        "domain",
                        "explain",
                        "units",
                        "javafx..",
                        "org.controlsfx..",
                        "atlantafx..",
                        "impl.org.controlsfx..")
                .check(CLASSES);
    }

    @Test
    void theCommandLineKnowsNoWindow() {
        mayUse(
                        "cli",
                        "it runs without a display",
                        "engine",
                        "profiles",
                        "evidence",
                        "export",
                        "local",
                        "remote",
                        "text",
                        "domain",
                        "explain",
                        "units",
                        "picocli..",
                        "tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void nothingDrawsWithTheOtherToolkit() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing..", "javax.print..", "javax.sound..")
                .because("the runtime image leaves its libraries out")
                .check(CLASSES);
    }

    @Test
    void theWindowMovesOnlyWhenItIsMoved() {
        noClasses()
                .should()
                .dependOnClassesThat(MOVES)
                .because("reduced motion then holds by itself")
                .check(CLASSES);
    }

    @Test
    void roomsFormNoRing() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /// Rooms are named short, libraries as packages.
    private static ArchRule mayUse(String room, String because, String... others) {
        String[] allowed = Stream.concat(
                        Stream.of(ROOT + room + "..", "java..", "javax..", "org.jspecify..", "org.tonari"),
                        Arrays.stream(others).map(other -> other.contains("..") ? other : ROOT + other + ".."))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(not(aRoomOrLibrary())))
                .because(because);
    }

    /// Primitive types and arrays belong to nobody.
    private static DescribedPredicate<JavaClass> aRoomOrLibrary() {
        return DescribedPredicate.describe(
                "a class in a package", type -> !type.getPackageName().isEmpty());
    }
}
