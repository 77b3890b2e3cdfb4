package org.tonari.view.dialogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tonari.view.dialogs.Libraries.Library;

class LibrariesTest {
    private static final Set<String> OF_THE_BUILD = Set.of("org.tonari");

    @Test
    void everyModuleThatTonariRequiresHasItsLibraryVersionAndLicence() {
        List<Library> libraries = Libraries.inUse();
        Module own = Libraries.class.getModule();
        Set<String> required = own.getDescriptor().requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk.") && !OF_THE_BUILD.contains(name))
                .filter(name -> ModuleLayer.boot().findModule(name).isPresent())
                .collect(Collectors.toSet());

        assertThat(required)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Libraries.isKnown(
                                ModuleLayer.boot().findModule(name).orElseThrow()))
                        .as(name)
                        .isTrue());
        assertThat(libraries).allSatisfy(library -> {
            assertThat(library.version()).as(library.name()).isNotEqualTo("?");
            assertThat(library.licence()).isNotBlank();
            assertThat(library.address()).startsWith("https://");
        });
        assertThat(libraries).extracting(Library::name).doesNotHaveDuplicates();
    }
}
