# Xapian's own CMake file sets variables only: this wraps them in a target.
# Defines Xapian::Xapian.
find_package(xapian CONFIG QUIET)
include(FindPackageHandleStandardArgs)
set(Xapian_VERSION "${xapian_VERSION}")
find_package_handle_standard_args(Xapian
  REQUIRED_VARS XAPIAN_LIBRARIES XAPIAN_INCLUDE_DIR VERSION_VAR Xapian_VERSION)
if(Xapian_FOUND AND NOT TARGET Xapian::Xapian)
  add_library(Xapian::Xapian INTERFACE IMPORTED)
  set_target_properties(Xapian::Xapian PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${XAPIAN_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${XAPIAN_LIBRARIES}")
endif()
