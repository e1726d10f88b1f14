# The marisa-trie library; Debian's libmarisa-dev brings no CMake file.
# Defines Marisa::Marisa.
find_path(Marisa_INCLUDE_DIR marisa.h)
find_library(Marisa_LIBRARY NAMES marisa)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Marisa REQUIRED_VARS Marisa_LIBRARY Marisa_INCLUDE_DIR)
if(Marisa_FOUND AND NOT TARGET Marisa::Marisa)
  add_library(Marisa::Marisa UNKNOWN IMPORTED)
  set_target_properties(Marisa::Marisa PROPERTIES
    IMPORTED_LOCATION "${Marisa_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${Marisa_INCLUDE_DIR}")
endif()
mark_as_advanced(Marisa_INCLUDE_DIR Marisa_LIBRARY)
