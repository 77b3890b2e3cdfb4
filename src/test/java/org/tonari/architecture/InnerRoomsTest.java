package org.tonari.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The arrows between rooms that stand in a larger one.
class InnerRoomsTest {
    @Test
    void chartsDoNotKnowEachOther() {
        slices().matching("org.tonari.chart.(*)..")
                .should()
                .notDependOnEachOther()
                .because("what two charts share stands in the room around them")
                .check(ArchitectureTest.CLASSES);
    }

    @Test
    void whatChartsShareKnowsNoChart() {
        noClasses()
                .that()
                .resideInAPackage("org.tonari.chart")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tonari.chart.*")
                .because("a new chart is a room of its own")
                .check(ArchitectureTest.CLASSES);
    }

    @Test
    void roomsOfProfilesFormNoRing() {
        slices().matching("org.tonari.profiles.(*)..").should().beFreeOfCycles().check(ArchitectureTest.CLASSES);
    }

    @Test
    void aProfilesTreeKnowsNoKindOfProfile() {
        noClasses()
                .that()
                .resideInAPackage("org.tonari.profiles.tree")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tonari.profiles", "org.tonari.profiles.readers", "org.tonari.profiles.writers")
                .because("a new kind of profile is a new reader")
                .check(ArchitectureTest.CLASSES);
    }

    @Test
    void roomsOfTheCommandLineFormNoRing() {
        slices().matching("org.tonari.cli.(*)..").should().beFreeOfCycles().check(ArchitectureTest.CLASSES);
    }

    @Test
    void whatCommandsShareKnowsNoCommand() {
        noClasses()
                .that()
                .resideInAPackage("org.tonari.cli.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tonari.cli")
                .because("a new command is a class of its own")
                .check(ArchitectureTest.CLASSES);
    }

    @Test
    void roomsOfViewModelsFormNoRing() {
        slices().matching("org.tonari.viewmodel.(*)..")
                .should()
                .beFreeOfCycles()
                .check(ArchitectureTest.CLASSES);
    }

    @Test
    void noViewModelAsksForTheWholeWindow() {
        noClasses()
                .that()
                .resideInAPackage("org.tonari.viewmodel.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tonari.viewmodel")
                .because("each says what it needs, and is tested with that alone")
                .check(ArchitectureTest.CLASSES);
    }

    @Test
    void theDeskKnowsNobodyWhoLooksAtIt() {
        knowsOnly("org.tonari.viewmodel", "desk", "background")
                .because("whatever is on screen derives from the comparison, never the other way")
                .check(ArchitectureTest.CLASSES);
    }

    @Test
    void whatHoldsForAnyWindowKnowsNoComparison() {
        for (String room : List.of("background", "outside", "window")) {
            knowsOnly("org.tonari.viewmodel", room, "background", "outside", "window")
                    .because("threads, files and notices are the same whatever is compared")
                    .check(ArchitectureTest.CLASSES);
        }
    }

    @Test
    void roomsOfViewsFormNoRing() {
        slices().matching("org.tonari.view.(*)..").should().beFreeOfCycles().check(ArchitectureTest.CLASSES);
    }

    @Test
    void noViewKnowsWhatPutsTheWindowTogether() {
        noClasses()
                .that()
                .resideInAPackage("org.tonari.view.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tonari.view")
                .because("a new area or page is a room of its own")
                .check(ArchitectureTest.CLASSES);
    }

    @Test
    void pagesAndPartsKnowNoOtherRoomOfViews() {
        for (String room :
                List.of("parts", "buyer", "matrix", "questions", "proof", "manual", "own", "dialogs", "why")) {
            knowsOnly("org.tonari.view", room, "parts")
                    .because("what two of them share is a part")
                    .check(ArchitectureTest.CLASSES);
        }
    }

    @Test
    void roomsOfTheVocabularyFormNoRing() {
        slices().matching("org.tonari.domain.(*)..").should().beFreeOfCycles().check(ArchitectureTest.CLASSES);
    }

    @Test
    void machinesAndModelsKnowNoOtherWords() {
        for (String room : List.of("machine", "model")) {
            knowsOnly("org.tonari.domain", room).check(ArchitectureTest.CLASSES);
        }
    }

    @Test
    void answersKnowNeitherEvidenceNorWhatWasChosen() {
        knowsOnly("org.tonari.domain", "answer", "machine", "model", "runtime", "scenario", "question")
                .because("the same scenario has the same answer whoever asks and whatever was published")
                .check(ArchitectureTest.CLASSES);
    }

    /// Of the rooms in a larger one, a room knows itself and these only.
    private static ArchRule knowsOnly(String around, String room, String... others) {
        String[] known = Stream.concat(Stream.of(room), Arrays.stream(others))
                .map(each -> around + "." + each)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(around + "." + room)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(around + "..").or(resideInAnyPackage(known)));
    }
}
