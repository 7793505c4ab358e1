#include "simulator/nastybody.h"

namespace leadway::simulator
{

NastyBody nastyBody(Nasty kind, unsigned variant)
{
    using namespace std::string_literals;
    const std::string fffd("\uFFFD");
    switch (kind) {
    case Nasty::Nul:
        switch (variant % 4) {
        case 0:
            return NastyBody{"\"antes\\u0000despu\u00e9s\"", "antes\0después"s};
        case 1:
            return NastyBody{"\"\\u0000\"", "\0"s};
        case 2:
            return NastyBody{"\"\\uFFFE y \\uffff\"", "\uFFFE y \uFFFF"};
        default:
            return NastyBody{"\"\\u0001\\u000B\\u001f\\u007f\\b\\f fin\"", "\x01\x0b\x1f\x7f\b\f fin"};
        }
    case Nasty::LoneSurrogate:
        switch (variant % 4) {
        case 0:
            return NastyBody{"\"corte \\ud83d\"", "corte " + fffd};
        case 1:
            return NastyBody{"\"\\uDE00 al principio\"", fffd + " al principio"};
        case 2:
            return NastyBody{"\"\\ud83d\\ud83d\\ude00 y luego bien\"", fffd + "\U0001F600 y luego bien"};
        default:
            return NastyBody{"\"\\ud83d\\n\\\"x\\\"\"", fffd + "\n\"x\""};
        }
    case Nasty::InvalidByte:
        switch (variant % 3) {
        case 0:
            return NastyBody{"\"caf\xe9 con leche\"", "caf" + fffd + " con leche"};
        case 1:
            return NastyBody{"\"\xff\xfe fin\"", fffd + fffd + " fin"};
        default:
            return NastyBody{"\"a\xc3(b\x80\"", "a" + fffd + "(b" + fffd};
        }
    case Nasty::RawControl:
        switch (variant % 3) {
        case 0:
            return NastyBody{"\"una\nl\u00ednea\"", "una\nlínea"};
        case 1:
            return NastyBody{"\"tab\tulador\"", "tab\tulador"};
        default:
            return NastyBody{"\"\x01\x1b[0m\"", "\x01\x1b[0m"};
        }
    default:
        return NastyBody{};
    }
}

} // namespace leadway::simulator
