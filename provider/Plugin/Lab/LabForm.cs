using System.Collections.Immutable;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Hosting;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Lab;

/// <summary>How one command of the lab is written.</summary>
/// <param name="Name">The command.</param>
/// <param name="Synopsis">What follows the name.</param>
/// <param name="Purpose">What it does, in a few words.</param>
internal sealed record LabForm(string Name, string Synopsis, string Purpose)
{
    private const string Data = "data";

    public static ImmutableArray<LabForm> All { get; } =
    [
        new("status", "", "what the servers hold"),
        new("roll", "--server FQDN", "bind a new signing certificate and tell nobody") { Needed = ["server"] },
        new("publish", "--server FQDN", "let the staged certificate sign from now on") { Needed = ["server"] },
        new("clear-previous", "--server FQDN", "forget the certificate that signed before") { Needed = ["server"] },
        new("empty", "--server FQDN --member FQDN", "remove all certificates from one machine of a pool") { Needed = ["server", "member"] },
        new("clock", "[--advance SPAN] [--reset]", "move the servers' clock on, by 3d or 12h or 30m, or back to the machine's")
        {
            Known = ["advance", "reset"],
            MistakeIn = LabValues.SpanMistake,
        },
        new("fault", "--server FQDN KIND [VALUE]", "make the server fail from now on; with --off let it work again")
        {
            Needed = ["server"],
            Known = ["off"],
            Words = 2,
            MistakeIn = LabValues.KindMistake,
        },
        new("backup", "--to DIRECTORY", "copy everything, keys included, while it is in use") { Needed = ["to"] },
        new("rekey", "", "encrypt the private keys anew: with PARTNERTRUST_NEW_PASSPHRASE, or with a new key file"),
        new("init", "--identity GUID", "make an empty store in the place of one that is lost")
        {
            Needed = ["identity"],
            MistakeIn = LabValues.IdentityMistake,
        },
        new("serve", "[--port PORT] [--page-port PORT]", "play the servers until interrupted, with a page that shows the trust")
        {
            Known = ["port", "page-port"],
            MistakeIn = LabValues.PortMistake,
        },
    ];

    public static string Usage { get; } =
        $"Usage: {CommandUsage.Program} lab COMMAND --data DIRECTORY\n" + string.Concat(All.Select(form => $"  {form.Line,-40} {form.Purpose}\n"));

    /// <summary>Options that it cannot do without.</summary>
    public ImmutableArray<string> Needed { get; init; } = [];

    /// <summary>Further options that it takes.</summary>
    public ImmutableArray<string> Known { get; init; } = [];

    /// <summary>How many words may follow the name.</summary>
    public int Words { get; init; }

    /// <summary>What is wrong with the values; null when nothing is.</summary>
    public Func<LabArguments, string?> MistakeIn { get; init; } = _ => null;

    private string Line => $"{Name} {Synopsis}".TrimEnd();

    /// <summary>The form of the command that these arguments begin with. Fails for what does not keep to one (PT8010, PT8011).</summary>
    public static LabForm Of(LabArguments arguments)
    {
        var form = All.FirstOrDefault(form => form.Name == arguments.Command) ?? throw Unknown(arguments.Command);
        return form.Mistake(arguments) is { } mistake
            ? throw new FaultException(FaultCatalogue.CommandMisused(mistake, $"lab {form.Line} --data DIRECTORY"))
            : form;
    }

    private static FaultException Unknown(string name)
    {
        var names = All.Select(form => form.Name).ToList();
        var expected = Suggestion.For(name, names) is { } near ? $"\"lab {near}\", perhaps." : $"lab with one of {string.Join(", ", names)}.";
        return new FaultException(FaultCatalogue.CommandUnknown(name.Length == 0 ? "" : $"lab {name}", expected));
    }

    private string? Mistake(LabArguments arguments)
    {
        var options = Needed.Concat(Known).Append(Data).ToList();
        if (arguments.Options.Except(options, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            var near = Suggestion.For(unknown, options);
            return $"lab {Name} does not take --{unknown}{(near is null ? "" : $" (--{near}, perhaps)")}.";
        }

        if (arguments.Word(1 + Words) is { } surplus)
        {
            return $"lab {Name} does not take \"{surplus}\".";
        }

        if (Needed.FirstOrDefault(option => !arguments.Has(option)) is { } missing)
        {
            return $"lab {Name} was given no --{missing}.";
        }

        return options.FirstOrDefault(option => arguments.Option(option) is "" && !LabArguments.IsSwitch(option)) is { } empty
            ? $"--{empty} was given no value."
            : MistakeIn(arguments);
    }
}
