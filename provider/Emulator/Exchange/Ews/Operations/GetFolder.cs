using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Exchange.Ews.Folders;
using PartnerTrust.Emulator.Exchange.Ews.Properties;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Operations;

/// <summary>Shows folders that are named one by one.</summary>
internal static class GetFolder
{
    public static Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken)
    {
        var shape = ResponseShape.Read(call.Operation.Child("FolderShape"));
        return EwsResponses.ForEachAsync("GetFolder", call.Operation.Several("FolderIds"), "Folders", async id =>
        {
            var folder = await EwsFolders.ResolveAsync(call, id, cancellationToken);
            var whole = await FolderElements.WriteAsync(call.Backend, folder, cancellationToken);
            return [new XElement(SoapNames.Messages + "Folders", shape.Of(whole, FolderElements.Default, "FolderId"))];
        });
    }
}
