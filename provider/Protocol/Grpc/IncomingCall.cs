using System.Diagnostics;
using Google.Protobuf;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>A call as it comes in.</summary>
/// <param name="Path">Service and method, for example <c>/pulumirpc.ResourceProvider/Create</c>.</param>
/// <param name="Request">What it asks for.</param>
/// <param name="Parent">The caller's span (W3C Trace Context), where it names one.</param>
public sealed record IncomingCall(string Path, IMessage Request, ActivityContext? Parent);
