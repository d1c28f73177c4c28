// praxis migrate, backup, restore and verify, as an operator's shell sees them.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>

#include "adapters/storage/migrate.hpp"
#include "tests/storage/cluster.hpp"
#include "tests/storage/installation.hpp"
#include "tests/storage/process.hpp"

namespace praxis::testing {
namespace {

struct Told {
    int exit = -1;
    std::string out;
};

class Commands : public ::testing::Test {
protected:
    Told praxis(const std::string& arguments, const std::string& environment = {}) {
        const std::string command = "NO_COLOR=1 XDG_STATE_HOME=" + folder.path().string() + " " + environment +
                                    " " PRAXIS_PROGRAM " " + arguments + " 2>&1";
        Told told;
        FILE* pipe = popen(command.c_str(), "r");
        std::array<char, 4096> block{};
        for (std::size_t got = 0; (got = fread(block.data(), 1, block.size(), pipe)) > 0;)
            told.out.append(block.data(), got);
        told.exit = WEXITSTATUS(pclose(pipe));
        return told;
    }
    void expect(const Told& told, int exit, const std::string& text) {
        EXPECT_EQ(told.exit, exit) << told.out;
        EXPECT_NE(told.out.find(text), std::string::npos) << "not said: " << text << "\n" << told.out;
    }
    std::string quoted(const std::string& address) { return "'" + address + "'"; }

    Folder folder;
    const std::string file = (folder.path() / "a.sqlite").string(), here = " --database " + file;
    const std::string backup = (folder.path() / "a.backup").string();
};

TEST_F(Commands, MigrateBackUpRestoreAndVerify) {
    expect(praxis("migrate" + here), 0, "the schema is");
    expect(praxis("migrate" + here), 0, "already");
    add_tenant(*open(file));
    expect(praxis("verify" + here), 0, "0 findings");
    expect(praxis("backup " + backup + here), 0, "1 rows of");
    expect(praxis("backup " + backup + here), 3, "is there already");
    expect(praxis("verify " + backup), 0, "a whole backup");
    const std::string copy = " --database " + (folder.path() / "b.sqlite").string();
    expect(praxis("restore " + backup + copy), 0, "1 rows restored");
    expect(praxis("restore " + backup + copy), 3, "not empty");
    expect(praxis("verify" + copy), 0, "schema");
}

TEST_F(Commands, UseTheInstallationOfTheEnvironment) {
    expect(praxis("migrate"), 0, (folder.path() / "praxis/praxis.sqlite").string());
    expect(praxis("migrate", "PRAXIS_DATABASE=" + file), 0, file);
    EXPECT_TRUE(std::filesystem::exists(file));
}

TEST_F(Commands, MoveAnInstallation) {
    const std::string address = Cluster::shared().new_database();
    praxis("migrate" + here);
    add_tenant(*open(file));
    expect(praxis("migrate --from " + file + " --to " + quoted(address)), 0, "1 rows moved");
    expect(praxis("verify --database " + quoted(address)), 1, "fsync off");
    expect(praxis("migrate --from " + file + " --to " + quoted(address)), 3, "not empty");
    expect(praxis("migrate --from " + quoted(address) + " --to " + (folder.path() / "back.sqlite").string()), 0,
           "1 rows moved");
    {
        const auto node = open(address);
        expect(praxis("migrate --from " + quoted(address) + " --to " + (folder.path() / "c.sqlite").string()), 3,
               "stop its nodes");
    }
    const auto node = open(file);
    expect(praxis("migrate --from " + file + " --to " + (folder.path() / "d.sqlite").string()), 4, "another program");
}

TEST_F(Commands, WorkBesideARunningServer) {
    praxis("migrate" + here);
    add_tenant(*open(file));
    Process node({PRAXIS_STORAGE_CHILD, "append", file, "4"});
    for (int i = 0; i < 50; ++i) ASSERT_FALSE(node.line().empty());
    expect(praxis("backup " + backup + here), 0, "rows of");
    expect(praxis("migrate" + here), 4, "another program");
}

TEST_F(Commands, SayWhatIsWrong) {
    expect(praxis("verify" + here), 4, "cannot open");
    expect(praxis("backup " + backup + here), 4, "cannot open");
    EXPECT_FALSE(std::filesystem::exists(file)) << "and make no empty database";
    expect(praxis("migrate --from " + file + " --to " + backup), 4, "cannot open");
    expect(praxis("migrate --from " + file), 2, "--to");
    expect(praxis("restore " + file + here), 3, "cannot open");
    expect(praxis("verify --database postgresql://praxis:hunter2@127.0.0.1:1/x"), 4, "no connection");
    EXPECT_EQ(praxis("verify --database postgresql://praxis:hunter2@127.0.0.1:1/x").out.find("hunter2"),
              std::string::npos);
    storage::migrate(*open(file));
    open(file)->once("DELETE FROM schema_migration WHERE number > 1");
    expect(praxis("verify" + here), 4, "praxis migrate");
    open(file)->once("INSERT INTO schema_migration (number, name, applied_ms) VALUES (999, 'x', 0)");
    expect(praxis("migrate" + here), 4, "use the newer program");
}

TEST_F(Commands, FindWhatIsDamaged) {
    praxis("migrate" + here);
    {
        const auto database = open(file);
        add_tenant(*database);
        database->once(
            "INSERT INTO attempt_log (tenant_id, attempt_id, seq, at_ms, events) VALUES ('t1','a',2,1,'{}')");
    }
    expect(praxis("verify" + here), 1, "has a gap: t1 a");
    praxis("backup " + backup + here);
    std::filesystem::resize_file(backup, std::filesystem::file_size(backup) - 10);
    expect(praxis("verify " + backup), 3, "a.backup:");
}

}  // namespace
}  // namespace praxis::testing
