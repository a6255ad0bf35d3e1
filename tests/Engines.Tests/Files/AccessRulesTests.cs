using PartnerTrust.Engines.Files;

namespace PartnerTrust.Engines.Tests.Files;

/// <summary>What Windows' access lists make of a file; they are read elsewhere, and judged here.</summary>
public sealed class AccessRulesTests
{
    private const string User = "S-1-5-21-1004336348-1177238915-682003330-1105";
    private const string Colleague = "S-1-5-21-1004336348-1177238915-682003330-1106";
    private const string Users = "S-1-5-32-545";
    private const string Everyone = "S-1-1-0";
    private const int Read = 0x120089;
    private const int Modify = 0x1301BF;

    [Fact]
    public void What_was_closed_is_closed_and_has_no_other_writer()
    {
        AccessEntry[] closed = [Allow(User, AccessRules.FullControl), Allow(AccessRules.System, AccessRules.FullControl)];

        Assert.True(AccessRules.IsClosed(closed, User));
        Assert.Empty(AccessRules.OtherWriters(closed, User, User));
    }

    [Theory]
    [InlineData(Users, Modify)]
    [InlineData(Everyone, AccessRules.FullControl)]
    [InlineData(Colleague, 0x2)]
    [InlineData(Colleague, 0x4)]
    [InlineData(Colleague, 0x40)]
    [InlineData(Colleague, 0x10000)]
    [InlineData(Colleague, 0x40000)]
    [InlineData(Colleague, 0x80000)]
    [InlineData(Colleague, 0x10000000)]
    [InlineData(Colleague, 0x40000000)]
    public void Whoever_may_change_the_file_its_list_or_its_owner_is_a_writer(string account, int rights)
    {
        AccessEntry[] open = [Allow(User, AccessRules.FullControl), Allow(account, rights), Allow(account, Read)];

        Assert.Equal([account], AccessRules.OtherWriters(open, User, User));
        Assert.False(AccessRules.IsClosed(open, User));
    }

    [Fact]
    public void Readers_are_no_writers_and_yet_the_file_is_not_closed()
    {
        AccessEntry[] readable = [Allow(User, AccessRules.FullControl), Allow(Users, Read)];

        Assert.Empty(AccessRules.OtherWriters(readable, User, User));
        Assert.False(AccessRules.IsClosed(readable, User));
    }

    [Theory]
    [InlineData(AccessRules.System)]
    [InlineData(AccessRules.Administrators)]
    [InlineData("S-1-3-0")]
    [InlineData("S-1-3-4")]
    public void The_system_and_whoever_may_take_the_file_anyway_are_not_told(string account) =>
        Assert.Empty(AccessRules.OtherWriters([Allow(account, AccessRules.FullControl)], User, User));

    [Theory]
    [InlineData(Users)]
    [InlineData(Everyone)]
    public void What_is_denied_is_not_granted(string denied)
    {
        AccessEntry[] entries = [new AccessEntry(denied, AccessRules.FullControl, IsAllowed: false), Allow(Users, Modify), Allow(User, Modify)];

        Assert.Empty(AccessRules.OtherWriters(entries, User, User));
        Assert.False(AccessRules.IsClosed(entries, User));
    }

    [Theory]
    [InlineData(User, true)]
    [InlineData(AccessRules.System, true)]
    [InlineData(AccessRules.Administrators, true)]
    [InlineData(Colleague, false)]
    [InlineData(Users, false)]
    [InlineData("", false)]
    public void A_safe_owner_is_the_user_or_the_system(string owner, bool isSafe) => Assert.Equal(isSafe, AccessRules.IsSafeOwner(owner, User));

    private static AccessEntry Allow(string account, int rights) => new(account, rights, IsAllowed: true);
}
