using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Rollovers;

/// <summary>Who follows the plans loses no call, however late, with whatever else happens between the steps.</summary>
public sealed class PlannedRolloverTests
{
    private const int SixDays = 6 * 24 * 60;
    private const int HalfADay = 12 * 60;

    private static readonly Gen<RolloverRun> Ways =
        from product in Gen.Elements(ServerProduct.LyncServer, ServerProduct.ExchangeServer, ServerProduct.TokenServer)
        from hoursLeft in Gen.Choose(74, 24 * 300)
        from refreshAfter in Gen.Choose(0, 100).ArrayOf(2)
        from retireAfter in Gen.Choose(0, 48)
        from asked in Gen.Choose(0, SixDays).ArrayOf(6)
        from askedAtSwitch in Gen.Choose(-HalfADay, 2 * HalfADay).ArrayOf(4)
        from reread in Gen.Choose(0, SixDays).ArrayOf(3)
        from plannedAgain in Gen.Choose(0, 2 * SixDays).ArrayOf(2)
        from plans in Gen.Choose(0, 2)
        from life in Gen.Choose(1, HalfADay)
        select new RolloverRun(product, hoursLeft, refreshAfter, retireAfter, asked, askedAtSwitch, reread, plannedAgain[..plans], life);

    [Fact]
    [Trait("Size", "Nightly")]
    public void While_plans_are_followed_no_valid_token_fails_and_after_them_the_old_keys_sign_for_nobody() => Prop
        .ForAll(Ways.ToArbitrary(), run => FollowAsync(run).GetAwaiter().GetResult())
        .Check(GeneratedCases.Config(40, byNight: 2_000));

    private static async Task FollowAsync(RolloverRun run)
    {
        await using var rollover = new FollowedRollover(run);
        await rollover.FollowAsync();
        await rollover.AssertRolledAsync();
        Assert.True(rollover.Presented >= run.Asked.Length, $"only {rollover.Presented} tokens were presented");
    }
}
