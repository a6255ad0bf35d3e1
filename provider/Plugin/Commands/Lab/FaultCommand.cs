using System.CommandLine;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab fault</c>: lets a server fail in one of the ways that servers do, until it is told to work again.</summary>
internal static class FaultCommand
{
    private static readonly string[] Names = Enum.GetNames<HostFaultKind>();
    private static readonly string Kinds = string.Join(", ", Names);

    public static Command Of(LabAccess access)
    {
        var server = LabAccess.Server();
        var off = new Option<bool>("--off") { Description = "Let the server work again, as far as this kind goes if one is given" };
        var kind = new Argument<HostFaultKind?>("KIND")
        {
            HelpName = "KIND",
            Description = $"How it fails: {Kinds}",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = OptionValues.Parser(Kind, text => Unknown(text)),
        };
        kind.CompletionSources.Add(Names);
        var value = new Argument<string?>("VALUE") { Description = "What some kinds need to know", Arity = ArgumentArity.ZeroOrOne };
        var command = new ExampledCommand(
            "fault",
            "Let the server fail from now on, or work again",
            ("lab fault --server exch01.litwareinc.com ExpiredTls", "Show an expired TLS certificate"),
            ("lab fault --server exch01.litwareinc.com Slow 5", "Answer after five seconds"),
            ("lab fault --server exch01.litwareinc.com --off", "Work again")) { server, off, kind, value };
        command.Validators.Add(result =>
        {
            if (result.GetResult(kind) is null && result.GetResult(off) is null)
            {
                result.AddError($"No kind of fault was given: {Kinds}.");
            }
        });
        access.Let(command, async (lab, parsed, cancellationToken) =>
        {
            var fqdn = parsed.GetRequiredValue(server);
            if (parsed.GetValue(off))
            {
                await lab.Faults.SwitchOffAsync(fqdn, parsed.GetValue(kind), cancellationToken);
                return $"{fqdn} works again.";
            }

            var fault = new HostFault(fqdn, parsed.GetValue(kind)!.Value, parsed.GetValue(value));
            await lab.Faults.SwitchOnAsync(fault, cancellationToken);
            return $"{fqdn} now fails: {fault.Kind}.";
        });
        return command;
    }

    private static string Unknown(string text) => Suggestion.For(text, Names) is { } near
        ? $"\"{text}\" is no kind of fault. Did you mean {near}?"
        : $"\"{text}\" is no kind of fault: {Kinds}.";

    /// <summary>By its name; the number behind it means nothing to anybody.</summary>
    private static HostFaultKind? Kind(string text) =>
        Names.Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<HostFaultKind>(text, ignoreCase: true) : null;
}
