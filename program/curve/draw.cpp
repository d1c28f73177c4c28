#include "program/curve/draw.hpp"

#include "adapters/files/conversation_file.hpp"
#include "program/curve/svg.hpp"
#include "program/library.hpp"

namespace praxis::program::curve {

bool draw_curve(const coaching::Report& report, const std::string& title, const std::filesystem::path& file) {
    Problems problems;
    if (!report.curve)
        problems.push_back({Severity::error,
                            {file.string()},
                            "there is no curve to draw: nothing was said, or nothing "
                            "of it could be followed",
                            ""});
    else
        problems = files::save_text(file, svg(report, title));
    tell(problems);
    return problems.empty();
}

}  // namespace praxis::program::curve
