#pragma once
// Kiosque: full-text search for French news. The whole API; each header opens with an example.

#include <kiosque/analyzer.hpp>      // IWYU pragma: export
#include <kiosque/article.hpp>       // IWYU pragma: export
#include <kiosque/error.hpp>         // IWYU pragma: export
#include <kiosque/explain.hpp>       // IWYU pragma: export
#include <kiosque/page.hpp>          // IWYU pragma: export
#include <kiosque/query.hpp>         // IWYU pragma: export
#include <kiosque/read.hpp>          // IWYU pragma: export
#include <kiosque/reading_list.hpp>  // IWYU pragma: export
#include <kiosque/search.hpp>        // IWYU pragma: export
#include <kiosque/span.hpp>          // IWYU pragma: export
#include <kiosque/suggest.hpp>       // IWYU pragma: export
#include <kiosque/version.hpp>       // IWYU pragma: export
#include <kiosque/writer.hpp>        // IWYU pragma: export
