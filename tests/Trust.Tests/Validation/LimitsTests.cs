using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tests.Validation.Hostile;

namespace PartnerTrust.Trust.Tests.Validation;

/// <summary>No input costs much or breaks anything.</summary>
public class LimitsTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \u00e4\0";

    public static TheoryData<string, string> Giants => new()
    {
        { "letters", new string('a', 8 << 20) },
        { "dots", new string('.', 8 << 20) },
        { "a dot amid letters", new string('a', 1 << 20) + "." + new string('a', 1 << 20) + "." },
        { "nested lists", Forge.Sign("{}", "{\"a\":" + new string('[', 20_000) + new string(']', 20_000) + "}") },
        { "many claims", Forge.Sign("{}", "{" + string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"{i}\":1")) + "}") },
        { "one long number", Forge.Sign("{}", "{\"exp\":" + new string('9', 40_000) + "}") },
        { "a long name", Forge.Sign("{\"" + new string('a', 40_000) + "\":1}", "{}") },
        { "escapes", Forge.Sign("{}", "{\"a\":\"" + string.Concat(Enumerable.Repeat("\\u0041", 6000)) + "\"}") },
        { "tokens in tokens", Enumerable.Range(0, 8).Aggregate(Forge.Actor(), (inside, _) => Forge.User(actor: inside)) },
    };

    [Theory]
    [MemberData(nameof(Giants), DisableDiscoveryEnumeration = true)]
    public void A_giant_is_refused_at_once_and_in_little_memory(string kind, string token)
    {
        var memory = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();

        var validation = Scene.AtExchange(token);

        Assert.False(validation.Accepted, kind);
        Assert.NotNull(validation.Refusal);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - memory, 0, 4 << 20);
    }

    [Fact]
    public void A_message_about_a_hostile_claim_is_short_and_of_one_line()
    {
        var refusal = Scene.AtExchange(Forge.Actor(c => c["iss"] = "\r\nforged log line" + new string('x', 10_000) + "@y")).Refusal!;
        Assert.DoesNotContain('\n', refusal.Text);
        Assert.InRange(refusal.Text.Length, 1, 1000);
    }

    [Fact]
    public void A_signed_token_with_any_letter_changed_is_refused()
    {
        var token = Forge.Actor();
        var changes = from at in Gen.Choose(0, token.Length - 1)
                      from letter in Gen.Elements(Alphabet.ToCharArray())
                      where token[at] != letter
                      select token[..at] + letter + token[(at + 1)..];
        Prop.ForAll(changes.ToArbitrary(), changed => Assert.NotNull(Scene.AtExchange(changed).Refusal)).Check(GeneratedCases.Config(2000));
    }

    [Fact]
    public void A_signed_token_with_any_last_letter_changed_is_refused() =>
        Assert.All(
            Alphabet.Where(letter => letter != Forge.Actor()[^1]), letter => Assert.NotNull(Scene.AtExchange(Forge.Actor()[..^1] + letter).Refusal));

    [Fact]
    public void A_user_token_with_letters_changed_never_breaks_the_validator()
    {
        var token = Forge.User();
        var changes = from at in Gen.Choose(0, token.Length - 2)
                      from length in Gen.Choose(0, Math.Min(40, token.Length - at - 1))
                      from letters in Gen.Elements(Alphabet.ToCharArray()).ArrayOf(length / 2)
                      select token[..at] + new string(letters) + token[(at + length)..];
        Prop.ForAll(changes.ToArbitrary(), changed => Assert.NotEmpty(Scene.AtExchange(changed).Steps.ToArray())).Check(GeneratedCases.Config(5000));
    }
}
