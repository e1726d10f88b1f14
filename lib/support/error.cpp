#include <kiosque/error.hpp>
#include <kiosque/version.hpp>

namespace kiosque {

Error::Error(ErrorCode code, const std::string& message)
    : std::runtime_error(message), code_(code) {}
Error::~Error() = default;

const char* version() noexcept {
  return KIOSQUE_VERSION;
}

}  // namespace kiosque
