using Grpc.Core;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Components;

/// <summary>The refusal of a component's inputs. The engine shows the message, and below it a line for each property of the detail with the
/// value that it finds at that path; so each fault stands in one of the two, and in the detail only where that value may be read.</summary>
internal static class ComponentRefusal
{
    public static RpcException Of(IEnumerable<Fault> faults, PropertyMap given, SecretTexts secrets)
    {
        var hidden = secrets.Hide([.. faults]);
        var detail = new InputPropertiesError();
        var rest = new List<string>();
        foreach (var fault in hidden)
        {
            if (MayBePrinted(fault.Property, given, secrets))
            {
                detail.Errors.Add(new InputPropertiesError.Types.PropertyError { PropertyPath = fault.Property, Reason = fault.Text });
            }
            else
            {
                rest.Add(fault.ToString());
            }
        }

        var message = rest.Count > 0 ? string.Join("; ", rest) : "The inputs are refused:";
        return detail.Errors.Count > 0
            ? RpcFailure.Of(StatusCode.InvalidArgument, message, detail)
            : RpcFailure.Of(StatusCode.InvalidArgument, message);
    }

    /// <summary>At an empty path the engine finds all inputs, and at one that does not exist nothing.</summary>
    private static bool MayBePrinted(string property, PropertyMap given, SecretTexts secrets) =>
        PropertyPath.TryParse(property, out var path) && !path.Segments.IsEmpty
        && (path.Find(given) is not { } value || PrintedValue.IsReadable(value, secrets));
}
