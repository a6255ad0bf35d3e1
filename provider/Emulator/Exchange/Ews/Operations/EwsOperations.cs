using System.Collections.Frozen;
using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Operations;

/// <summary>The operations that partners and their tools use.</summary>
internal static class EwsOperations
{
    private static readonly FrozenDictionary<string, Func<EwsCall, CancellationToken, Task<XElement>>> Emulated =
        new Dictionary<string, Func<EwsCall, CancellationToken, Task<XElement>>>
        {
            ["GetFolder"] = GetFolder.RunAsync,
            ["FindFolder"] = FindFolder.RunAsync,
            ["CreateItem"] = CreateItem.RunAsync,
            ["GetItem"] = GetItem.RunAsync,
            ["FindItem"] = FindItem.RunAsync,
            ["UpdateItem"] = UpdateItem.RunAsync,
            ["MoveItem"] = MoveItem.RunAsync,
            ["DeleteItem"] = DeleteItem.RunAsync,
            ["ResolveNames"] = ResolveNames.RunAsync,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Emulated.Keys.Order(StringComparer.Ordinal);

    public static Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken) =>
        call.Operation.Name.Namespace == SoapNames.Messages && Emulated.TryGetValue(call.Operation.Name.LocalName, out var run)
            ? run(call, cancellationToken)
            : throw EwsFault.UnknownOperation(call.Operation.Name.LocalName, Names);
}
