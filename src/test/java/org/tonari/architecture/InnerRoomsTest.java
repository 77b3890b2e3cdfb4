package org.tonari.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;
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
        classes()
                .that()
                .resideInAPackage("org.tonari.viewmodel.desk")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("org.tonari.viewmodel..")
                        .or(resideInAnyPackage("org.tonari.viewmodel.desk", "org.tonari.viewmodel.background")))
                .because("whatever is on screen derives from the comparison, never the other way")
                .check(ArchitectureTest.CLASSES);
    }

    @Test
    void whatHoldsForAnyWindowKnowsNoComparison() {
        classes()
                .that()
                .resideInAnyPackage(
                        "org.tonari.viewmodel.background",
                        "org.tonari.viewmodel.outside",
                        "org.tonari.viewmodel.window")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("org.tonari.viewmodel..")
                        .or(resideInAnyPackage(
                                "org.tonari.viewmodel.background",
                                "org.tonari.viewmodel.outside",
                                "org.tonari.viewmodel.window")))
                .because("threads, files and notices are the same whatever is compared")
                .check(ArchitectureTest.CLASSES);
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
            classes()
                    .that()
                    .resideInAPackage("org.tonari.view." + room)
                    .should()
                    .onlyDependOnClassesThat(resideOutsideOfPackage("org.tonari.view..")
                            .or(resideInAnyPackage("org.tonari.view." + room, "org.tonari.view.parts")))
                    .because("what two of them share is a part")
                    .check(ArchitectureTest.CLASSES);
        }
    }
}
